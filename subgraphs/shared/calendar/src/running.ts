/** Where-fragment of what runs on a day: begun, and not ended before it. The last day counts. */
export const running = (today: Date) => ({
  validFrom: { lte: today },
  OR: [{ validTo: null }, { validTo: { gte: today } }],
})

/** The same for what always has a last day. */
export const runningPeriod = (today: Date) => ({ validFrom: { lte: today }, validTo: { gte: today } })
