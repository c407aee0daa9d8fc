"""Noun phrases that name occasions, texts and institutions: what the kinds event, instrument and body share."""
