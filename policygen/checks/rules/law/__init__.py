"""What the law asks a policy to say, and what it may not say."""
