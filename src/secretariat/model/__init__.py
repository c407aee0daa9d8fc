"""The nouns: frozen values of the standard library only, without input or output. Everything else imports these."""
