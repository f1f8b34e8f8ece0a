"""One editor a kind of field, made from the declared type. An editor shows a value and tells when it was edited."""
