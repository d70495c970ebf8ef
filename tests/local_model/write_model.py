"""Write a language model of 300 kB that knows nothing: ``python write_model.py FILE``.

A Llama of one layer with random weights and a vocabulary of bytes, in the GGUF format that
llama.cpp and Ollama read. It streams real tokens over a real server, and what it says is nonsense.
Needs the packages ``gguf`` and ``numpy``.
"""

import sys

import gguf
import numpy as np

WIDTH, INNER, HEADS, CONTEXT = 64, 128, 4, 16_384
BYTES = [f"<0x{value:02X}>" for value in range(256)]
TOKENS = ["<unk>", "<s>", "</s>", *BYTES]
END = TOKENS.index("</s>")
# Else it says bytes that are no UTF-8: the server then holds its stream back, and tries the whole
# of what it holds again with every token.
SAYABLE = [END, *(TOKENS.index(f"<0x{value:02X}>") for value in range(0x20, 0x7F))]


def write(path: str) -> None:
    """Write the model; the same bytes every time."""
    chance = np.random.RandomState(0)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("random-300k")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(TOKENS))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(TOKENS)
    writer.add_token_scores([0.0] * len(TOKENS))
    kinds = [gguf.TokenType.UNKNOWN, gguf.TokenType.CONTROL, gguf.TokenType.CONTROL]
    writer.add_token_types([*kinds, *[gguf.TokenType.BYTE] * len(BYTES)])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(END)
    for name, shape in {
        "token_embd": (len(TOKENS), WIDTH),
        "output": (len(TOKENS), WIDTH),
        "blk.0.attn_q": (WIDTH, WIDTH),
        "blk.0.attn_k": (WIDTH, WIDTH),
        "blk.0.attn_v": (WIDTH, WIDTH),
        "blk.0.attn_output": (WIDTH, WIDTH),
        "blk.0.ffn_gate": (INNER, WIDTH),
        "blk.0.ffn_up": (INNER, WIDTH),
        "blk.0.ffn_down": (WIDTH, INNER),
    }.items():
        weights = chance.normal(0, 0.3, shape).astype(np.float32)
        if name == "output":
            weights[[n for n in range(len(TOKENS)) if n not in SAYABLE]] = 0
        writer.add_tensor(f"{name}.weight", weights)
    for name in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        writer.add_tensor(f"{name}.weight", np.ones(WIDTH, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    write(sys.argv[1])
