"""What a document says: what is private in it, its language, kind, key facts and gist."""
