"""The five screens. They alone talk to the store."""
