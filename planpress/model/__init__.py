"""Nouns that every stage shares."""
