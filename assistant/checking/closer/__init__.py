"""The closer looks at a claim that is supported so far: one module a look, `every` in order."""
