/**
 * A soft gong, made on the spot: three falling partials of a struck bowl. Browsers allow sound only
 * after a touch, so `allow` is called from the switch; `strike` is silent where it was not allowed.
 */
const PARTIALS = [
  { hz: 196, gain: 0.5, seconds: 3.2 },
  { hz: 293.7, gain: 0.22, seconds: 2.4 },
  { hz: 523.3, gain: 0.1, seconds: 1.4 },
] as const;

/** As long as the notes take to turn over. */
const RUSTLE_SECONDS = 1.1;

export class Gong {
  #context: AudioContext | null = null;

  /** @returns whether the browser lets sound through. */
  async allow(): Promise<boolean> {
    try {
      this.#context ??= new AudioContext();
      await this.#context.resume();
      return this.#context.state === 'running';
    } catch {
      return false;
    }
  }

  strike(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
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

  /** Paper that turns over: a breath of filtered noise, softer than the bowl. */
  rustle(): void {
    const context = this.#context;
    if (context?.state !== 'running') return;
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

  close(): void {
    void this.#context?.close();
    this.#context = null;
  }
}
