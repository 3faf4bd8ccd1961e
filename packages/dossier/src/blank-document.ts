import { parseHTML } from 'linkedom';

/** An empty page to draw into where there is no browser. */
export function blankDocument(): Document {
  return parseHTML('<!doctype html><html><head></head><body></body></html>').document as unknown as Document;
}
