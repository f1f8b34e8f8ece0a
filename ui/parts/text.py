"""The words of a page: labels, and what stands where nothing is yet."""

from ui.parts.empty import EmptyState, Way
from ui.parts.labels import ElidedLabel, Heading, Label, Link, Small

__all__ = ["ElidedLabel", "EmptyState", "Heading", "Label", "Link", "Small", "Way"]
