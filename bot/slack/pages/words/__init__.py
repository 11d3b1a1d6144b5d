"""Every word that people read about the model, in one place: change a text here and nowhere else."""
