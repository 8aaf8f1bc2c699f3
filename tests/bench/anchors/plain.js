/**
 * The machine's own measure: the bench's notes as bare boxes on one plane that is moved by a transform, with
 * nothing else on the page. What this misses, no board of elements can do on this machine in this hour.
 */
const colors = {
  yellow: '#ffec99',
  pink: '#ffc9c9',
  blue: '#a5d8ff',
  green: '#b2f2bb',
  violet: '#d0bfff',
  white: '#f8f9fa',
};
const ZOOM = 0.0088;
const main = document.querySelector('main');
const plane = document.createElement('div');
let view = { x: 0, y: 0, scale: 1 };
let bounds = { w: 1, h: 1 };
let asked = false;
let held;

main.style.cssText += 'overflow:hidden;background:#f6f3ee';
plane.style.cssText = 'position:absolute;transform-origin:0 0;will-change:transform';
main.append(plane);

function put() {
  asked = false;
  plane.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
}
function show(next) {
  view = next;
  if (!asked) requestAnimationFrame(put);
  asked = true;
}

main.addEventListener(
  'wheel',
  (event) => {
    event.preventDefault();
    const { x, y, scale } = view;
    if (!event.ctrlKey) {
      show({ scale, x: x - event.deltaX, y: y - event.deltaY });
      return;
    }
    const by = Math.exp(-event.deltaY * ZOOM);
    const { clientX, clientY } = event;
    show({ scale: scale * by, x: clientX - (clientX - x) * by, y: clientY - (clientY - y) * by });
  },
  { passive: false },
);
main.addEventListener('pointerdown', ({ target, clientX, clientY }) => {
  if (target.matches('[data-note]')) held = { note: target, clientX, clientY };
});
main.addEventListener('pointermove', ({ clientX, clientY }) => {
  if (!held) return;
  const by = { x: (clientX - held.clientX) / view.scale, y: (clientY - held.clientY) / view.scale };
  held.note.style.translate = `${by.x}px ${by.y}px`;
});
main.addEventListener('pointerup', () => (held = undefined));

globalThis.whiteboard = {
  async load(notes, size) {
    const began = performance.now();
    bounds = {
      w: Math.max(...notes.map(({ x }) => x)) + size,
      h: Math.max(...notes.map(({ y }) => y)) + size,
    };
    plane.append(
      ...notes.map(({ id, x, y, color, text }) => {
        const note = document.createElement('div');
        note.dataset.note = id;
        note.textContent = text;
        note.style.cssText = `position:absolute;left:${x}px;top:${y}px;width:${size}px;height:${size}px;background:${colors[color]};font:16px/1.3 sans-serif`;
        return note;
      }),
    );
    this.all();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return performance.now() - began;
  },
  look: ({ x, y }) => show({ scale: 1, x: main.clientWidth / 2 - x, y: main.clientHeight / 2 - y }),
  all: () =>
    show({
      scale: Math.min(main.clientWidth / bounds.w, main.clientHeight / bounds.h),
      ...{ x: 0, y: 0 },
    }),
};

/** Twenty notes near the middle and as many pointers, told thirty times a second where they are. */
const pointers = Array.from({ length: 20 }, () => {
  const pointer = document.createElement('div');
  pointer.style.cssText =
    'position:absolute;width:60px;height:20px;background:#333;will-change:transform;display:none';
  return pointer;
});
plane.append(...pointers);
let timer;
globalThis.whiteboard.move = (isOn) => {
  clearInterval(timer);
  const middle = { x: bounds.w / 2, y: bounds.h / 2 };
  const far = ({ offsetLeft, offsetTop }) =>
    Math.hypot(offsetLeft - middle.x, offsetTop - middle.y);
  const near = [...plane.querySelectorAll('[data-note]')].sort((a, b) => far(a) - far(b));
  const moved = pointers.map((pointer, at) => ({ pointer, note: near[at * 2], ticks: at * 5 }));
  for (const { pointer, note } of moved) {
    pointer.style.display = isOn ? '' : 'none';
    note.style.willChange = isOn ? 'transform' : '';
    note.style.transform = '';
  }
  if (!isOn) return;
  timer = setInterval(() => {
    for (const one of moved) {
      const step = one.ticks++ % 45;
      const by = { x: Math.sin(step / 7) * 90, y: (1 - Math.cos(step / 9)) * 60 };
      const { offsetLeft, offsetTop } = one.note;
      one.note.style.transform = `translate(${by.x}px, ${by.y}px)`;
      one.pointer.style.transform = `translate(${offsetLeft + by.x + 80}px, ${offsetTop + by.y + 80}px)`;
    }
  }, 33);
};
document.body.dataset.ready = 'yes';
