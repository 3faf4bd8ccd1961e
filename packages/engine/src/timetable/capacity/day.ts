/** Seconds of a day, the window of the methods that count trains a day. */
export const DAY = 86_400;

/** Seconds of an hour. */
export const HOUR = 3_600;
