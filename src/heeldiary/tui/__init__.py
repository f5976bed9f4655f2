"""The app: five screens over one diary. The only place that knows Textual."""
