"""Word files: a walk of our own through the body, so that nothing that one sees in Word is lost."""
