/** The study whose assessment has the golden digests. */
export const plan = { options: [], seed: 1, draws: 40, switches: {} };
