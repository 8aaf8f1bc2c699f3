/** tldraw with the bench's notes: rectangles with text in them, as its own note shapes are dearer. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createShapeId, Tldraw, toRichText } from 'tldraw';
import 'tldraw/tldraw.css';

const colors = {
  yellow: 'yellow',
  pink: 'light-red',
  blue: 'light-blue',
  green: 'light-green',
  violet: 'light-violet',
  white: 'grey',
};
const twoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

function mounted(editor) {
  editor.user.updateUserPreferences({ isSnapMode: false, animationSpeed: 0 });
  globalThis.whiteboard = {
    async load(notes, size) {
      const began = performance.now();
      editor.run(() =>
        editor.createShapes(
          notes.map(({ id, x, y, color, text }) => ({
            id: createShapeId(id),
            type: 'geo',
            x,
            y,
            props: {
              ...{ geo: 'rectangle', w: size, h: size, fill: 'solid', color: colors[color] },
              ...{ size: 's', dash: 'solid', font: 'sans', richText: toRichText(text) },
            },
          })),
        ),
      );
      editor.zoomToFit();
      await twoFrames();
      return performance.now() - began;
    },
    /** 100 %, that point in the middle. */
    look: ({ x, y }) => {
      const { w, h } = editor.getViewportScreenBounds();
      editor.setCamera({ x: w / 2 - x, y: h / 2 - y, z: 1 });
      editor.selectNone();
    },
    all: () => editor.zoomToFit(),
  };
  document.body.dataset.ready = 'yes';
}

createRoot(document.querySelector('main')).render(
  createElement(Tldraw, { onMount: mounted, hideUi: true, options: { maxShapesPerPage: 20_000 } }),
);
