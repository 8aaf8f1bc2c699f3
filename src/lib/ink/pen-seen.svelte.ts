/** Whether a pen was used on this device: from then on fingers scroll and zoom, and draw no more. */
const KEY = 'sprintkamer/pen-seen';

class PenSeen {
  #seen = $state(recalled());

  get seen(): boolean {
    return this.#seen;
  }
  /** A pen touched the paper. */
  tell(): void {
    if (this.#seen) return;
    this.#seen = true;
    try {
      sessionStorage.setItem(KEY, '1');
    } catch {
      // Told again at the next page.
    }
  }
}

function recalled(): boolean {
  try {
    return sessionStorage.getItem(KEY) === '1';
  } catch {
    return false;
  }
}

export const penSeen = new PenSeen();
