"""The window. What it does, the command line can do too; no rules of the trade live here."""
