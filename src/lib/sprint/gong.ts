/**
 * A soft gong, made on the spot: three falling partials of a struck bowl. Browsers allow sound only
 * after a touch and suspend it when they like (a call, a sleeping tab): while it listens it is woken
 * at each touch and whenever the page comes into view. A sound that would come late does not come.
 */
const PARTIALS = [
  { hz: 196, gain: 0.5, seconds: 3.2 },
  { hz: 293.7, gain: 0.22, seconds: 2.4 },
  { hz: 523.3, gain: 0.1, seconds: 1.4 },
] as const;

/** As long as the notes take to turn over. */
const RUSTLE_SECONDS = 1.1;

/** Later than this a stroke tells nobody anything. */
const LATE_MS = 1_000;
const touches = ['pointerup', 'click', 'keydown'] as const;

export class Gong {
  #context: AudioContext | null = null;

  /** From now on it may sound. @returns what ends that. */
  listen(): () => void {
    const wake = (): void => {
      if (document.visibilityState === 'visible') void this.#wake();
    };
    for (const touch of touches) window.addEventListener(touch, wake, { capture: true });
    document.addEventListener('visibilitychange', wake);
    wake();
    return () => {
      for (const touch of touches) window.removeEventListener(touch, wake, { capture: true });
      document.removeEventListener('visibilitychange', wake);
      void this.#context?.close();
      this.#context = null;
    };
  }

  strike(): void {
    void this.#sound((context) => this.#strike(context));
  }

  /** Paper that turns over: a breath of filtered noise, softer than the bowl. */
  rustle(): void {
    void this.#sound((context) => this.#rustle(context));
  }

  async #wake(): Promise<void> {
    try {
      this.#context ??= new AudioContext();
      if (this.#context.state !== 'running') await this.#context.resume();
    } catch {
      // No sound here, or not before a touch.
    }
  }

  /** A suspended sound is woken first; where that takes a touch it stays silent. */
  async #sound(play: (context: AudioContext) => void): Promise<void> {
    if (!this.#context) return;
    const asked = performance.now();
    await this.#wake();
    const context = this.#context;
    if (context?.state === 'running' && performance.now() - asked < LATE_MS) play(context);
  }

  #strike(context: AudioContext): void {
    for (const { hz, gain, seconds } of PARTIALS) {
      const tone = context.createOscillator();
      const loudness = context.createGain();
      tone.frequency.value = hz;
      loudness.gain.setValueAtTime(0, context.currentTime);
      loudness.gain.linearRampToValueAtTime(gain * 0.4, context.currentTime + 0.015);
      loudness.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + seconds);
      tone.connect(loudness).connect(context.destination);
      tone.start();
      tone.stop(context.currentTime + seconds);
    }
  }

  #rustle(context: AudioContext): void {
    const frames = Math.round(context.sampleRate * RUSTLE_SECONDS);
    const noise = context.createBuffer(1, frames, context.sampleRate);
    const samples = noise.getChannelData(0);
    for (let at = 0; at < frames; at++) samples[at] = Math.random() * 2 - 1;
    const source = context.createBufferSource();
    source.buffer = noise;
    const paper = context.createBiquadFilter();
    paper.type = 'bandpass';
    paper.Q.value = 0.7;
    paper.frequency.setValueAtTime(1400, context.currentTime);
    paper.frequency.linearRampToValueAtTime(3600, context.currentTime + RUSTLE_SECONDS);
    const loudness = context.createGain();
    loudness.gain.setValueAtTime(0, context.currentTime);
    loudness.gain.linearRampToValueAtTime(0.09, context.currentTime + RUSTLE_SECONDS * 0.35);
    loudness.gain.linearRampToValueAtTime(0, context.currentTime + RUSTLE_SECONDS);
    source.connect(paper).connect(loudness).connect(context.destination);
    source.start();
  }
}
