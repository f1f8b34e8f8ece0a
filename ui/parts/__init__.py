"""Small widgets that everything is put together from. Each takes the theme and follows it."""
