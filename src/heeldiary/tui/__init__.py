"""The app: its screens over one diary. The only place that knows Textual."""
