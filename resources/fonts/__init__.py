"""The bundled faces: font files, their licences and the manifest that says where each came from."""
