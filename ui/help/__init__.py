"""Help without a network: pages as data, made from the templates and tables that the program itself obeys."""
