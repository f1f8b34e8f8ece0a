"""The check before submission: findings with their places, reasons and repairs. Pure functions over reports."""
