/** The row that a box stands in, and the button of it that sends. */
import { parentOf } from '../../content/deep-query';
import { standsIn } from '../../content/open-roots';
import { isVisible } from '../../content/site';

const buttons = 'button, [role="button"], input[type="submit"], input[type="image"]';
/** What opens something, or is on or off, sends nothing; nor does what stands for a file. */
const others = '[aria-haspopup], [aria-expanded], [aria-pressed], [role="switch"], :has(input[type="file"])';
/** What the field's words for it are; a hint among others. */
const words =
  /\b(?:send|submit|senden|absenden|envoyer|enviar|invia|verzend\w*|skicka|wyślij|отправить|gönder)\b|发送|發送|送信|전송|보내기|إرسال|שלח/iu;
/** CSS pixels over and under the box within which its buttons are. */
const REACH = 64;
/** CSS pixels: what stands around the box is its row of buttons only while it is no higher than the box and this. */
const MOST_EXTRA = 110;
const ENOUGH = 4;

/** The row of the box: the largest thing around it that is hardly higher, and does not hold the messages. */
export function composeArea(box: HTMLElement, list: Element | null): HTMLElement {
  let area = box;
  const most = Math.min(box.getBoundingClientRect().height + MOST_EXTRA, window.innerHeight * 0.6);
  for (let at = parentOf(box); at && at !== document.body; at = parentOf(at)) {
    if (at.getBoundingClientRect().height > most || (list && standsIn(list, at))) break;
    if (at instanceof HTMLElement) area = at;
  }
  return area;
}

/** Remembers what could be pressed by an empty box: what comes to life with a text in it is what sends. */
export function createSendFinder(): {
  readonly lookWhileEmpty: (box: HTMLElement, list: Element | null) => void;
  readonly find: (box: HTMLElement, list: Element | null) => HTMLElement | null;
} {
  const awake = new WeakSet<HTMLElement>();
  return {
    lookWhileEmpty: (box, list) => {
      for (const button of pressable(box, list)) awake.add(button);
    },
    find: (box, list) => {
      const scored = pressable(box, list).map((button) => ({
        button,
        score: scoreOf(button, box) + (awake.has(button) ? 0 : 4),
      }));
      scored.sort((one, other) => other.score - one.score || rightOf(other.button) - rightOf(one.button));
      const [best] = scored;
      return best && best.score >= ENOUGH ? best.button : null;
    },
  };
}

function scoreOf(button: HTMLElement, box: HTMLElement): number {
  const at = button.getBoundingClientRect();
  const beside = box.getBoundingClientRect();
  let score = 0;
  const form = box.closest('form');
  if (form && 'form' in button && button.form === form && Reflect.get(button, 'type') === 'submit')
    score += 4;
  const label = `${button.getAttribute('aria-label') ?? ''} ${button.title} ${button.textContent ?? ''}`;
  if (words.test(label)) score += 4;
  if (button.matches(others)) score -= 6;
  const toRight = at.left + at.width / 2 >= beside.right - 80;
  return score + (toRight ? 2 : at.right <= beside.left ? -3 : 0);
}

/** What can be pressed near the box now, from left to right and down. */
function pressable(box: HTMLElement, list: Element | null): HTMLElement[] {
  const row = surroundings(box, list);
  const { top, bottom } = box.getBoundingClientRect();
  const found = [...row.querySelectorAll<HTMLElement>(buttons), ...pictures(row)];
  return found.filter((button) => {
    if (button.matches(':disabled, [aria-disabled="true"]') || !isVisible(button)) return false;
    const at = button.getBoundingClientRect();
    return at.bottom > top - REACH && at.top < bottom + REACH && !standsIn(box, button);
  });
}

/** A few steps out from the row, since some have the button beside it. */
function surroundings(box: HTMLElement, list: Element | null): HTMLElement {
  let outer = composeArea(box, list);
  for (let steps = 0; steps < 2; steps += 1) {
    const parent = parentOf(outer);
    if (!(parent instanceof HTMLElement) || parent === document.body || (list && standsIn(list, parent)))
      break;
    outer = parent;
  }
  return outer;
}

/** Pictures that only a listener makes into buttons: they have the hand for a pointer. */
function pictures(row: HTMLElement): HTMLElement[] {
  return [...row.querySelectorAll('svg, img')].flatMap((picture) => {
    if (picture.closest(`${buttons}, a, label`) || getComputedStyle(picture).cursor !== 'pointer') return [];
    const around = picture instanceof HTMLElement ? picture : picture.parentElement;
    return around ? [around] : [];
  });
}

function rightOf(element: HTMLElement): number {
  return element.getBoundingClientRect().right;
}
