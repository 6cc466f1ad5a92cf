// Text as people compare it: without accents and case.
export const fold = (s) => s.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
