"""What the style paints, a module for each family of controls. ui.style calls these; nothing else does."""
