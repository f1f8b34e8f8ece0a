"""What every laid out copy follows: the measures of the official page, where a title breaks, how columns stand."""
