"""How the page looks, held to what can be measured: ground, contrast, width, clipped words."""

import io
from itertools import pairwise

import numpy as np
import pytest
from PIL import Image

from .conftest import ask, go
from .test_page import QUESTIONS

pytestmark = pytest.mark.browser

CLIPPED = """() => [...document.querySelectorAll('#attesto *')].filter((one) => {
  const look = getComputedStyle(one);
  const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!words || !one.checkVisibility() || one.closest('.unseen')) return false;
  const box = one.getBoundingClientRect();
  if (box.width <= 2 || box.right <= 0) return false;  // a drawer that is shut
  const hides = look.overflowX !== 'visible' && look.textOverflow !== 'ellipsis';
  return (hides && one.scrollWidth > one.clientWidth + 1) || box.left < -1
    || box.right > innerWidth + 1;
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 40)}`)"""


def luminances(picture):
    """Relative luminance of WCAG 2, from 0 (black) to 1 (white), of every pixel; in order."""
    parts = np.asarray(picture) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return np.sort((linear @ (0.2126, 0.7152, 0.0722)).ravel())


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("language", ["en", "fr", "de", "it"])
def test_H14_screens_of_a_phone_and_a_desk_in_light_and_dark(
    serve, visit, seeds, tmp_path, scheme, width, language
):
    page = visit(
        serve(seeds),
        viewport={"width": width, "height": 844},
        color_scheme=scheme,
        locale=language,
    )
    seen = {"welcome": look_at(page, scheme, width)}
    turn = ask(page, QUESTIONS[language])
    assert page.locator("#box").is_visible()
    page.locator("[data-do=close]").click() if page.locator("#panel").is_visible() else None
    seen["answer"] = look_at(page, scheme, width)
    turn.locator(".cite").first.click()
    page.locator("#source mark.here").first.wait_for()
    seen["source"] = look_at(page, scheme, width)
    page.keyboard.press("Escape")
    go(page, "documents")
    page.locator("#listed table").wait_for()
    seen["documents"] = look_at(page, scheme, width)
    for name, image in seen.items():
        (tmp_path / f"{name}.png").write_bytes(image)
    for one, other in pairwise(seen.values()):
        assert one != other  # four screens, not one taken four times


def look_at(page, scheme, width):
    """Take a picture, and hold it to what a picture can show."""
    image = page.screenshot(animations="disabled")
    with Image.open(io.BytesIO(image)) as opened:
        assert opened.size == (width, 844)
        values = luminances(opened.convert("RGB"))
    middle = values[len(values) // 2]
    assert middle < 0.1 if scheme == "dark" else middle > 0.7
    lightest, darkest = values[-1], values[0]
    assert (lightest + 0.05) / (darkest + 0.05) > 7  # there is something to read on it
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(CLIPPED) == []
    return image
