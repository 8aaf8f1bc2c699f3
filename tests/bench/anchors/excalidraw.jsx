/** Excalidraw with the bench's notes: rectangles with bound text, as it makes them itself. */
import { convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw';
import '@excalidraw/excalidraw/index.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';

const colors = {
  yellow: '#ffec99',
  pink: '#ffc9c9',
  blue: '#a5d8ff',
  green: '#b2f2bb',
  violet: '#d0bfff',
  white: '#f8f9fa',
};
const twoFrames = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

function mounted(api) {
  globalThis.whiteboard = {
    async load(notes, size) {
      const began = performance.now();
      const elements = convertToExcalidrawElements(
        notes.map(({ id, x, y, color, text }) => ({
          ...{ type: 'rectangle', id, x, y, width: size, height: size },
          ...{ backgroundColor: colors[color], fillStyle: 'solid', strokeWidth: 1, roughness: 0 },
          label: { text, fontSize: 16 },
        })),
        { regenerateIds: false },
      );
      api.updateScene({ elements });
      api.scrollToContent(elements, { fitToViewport: true, animate: false });
      await twoFrames();
      return performance.now() - began;
    },
    look: ({ x, y }) => {
      const { width, height } = api.getAppState();
      api.updateScene({
        appState: { zoom: { value: 1 }, scrollX: width / 2 - x, scrollY: height / 2 - y },
      });
    },
    all: () => api.scrollToContent(undefined, { fitToViewport: true, animate: false }),
  };
  document.body.dataset.ready = 'yes';
}

createRoot(document.querySelector('main')).render(
  createElement(Excalidraw, { excalidrawAPI: (api) => void setTimeout(() => mounted(api), 300) }),
);
