"""The program that trains the built-in model: `python -m index.training --data DIR --out DIR`.

Nothing here runs, or is imported, when the product runs. It needs PyTorch and the teacher's package
(`requirements.txt` in this folder) and a folder of parallel text (docs/model.md says which files).

The steps, in order: `sources` reads the parallel text, `questions` writes question pairs from
titles, `vocabulary` chooses words and pieces, `teacher` encodes English text, `start` gives every
word a first vector (all these by way of `prepare`); `learn` trains the rows, `spread` evens them
out between its two halves, `finish` quantises and writes the model2vec folder.
"""
