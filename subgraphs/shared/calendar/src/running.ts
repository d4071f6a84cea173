/** Where-fragment of what has not ended before a day: it runs then, or is to come. The last day counts. */
export const notEnded = (today: Date) => ({ OR: [{ validTo: null }, { validTo: { gte: today } }] })

/** Where-fragment of what runs on a day: begun, and not ended before it. */
export const running = (today: Date) => ({ validFrom: { lte: today }, ...notEnded(today) })

/** The same for what always has a last day. */
export const runningPeriod = (today: Date) => ({ validFrom: { lte: today }, validTo: { gte: today } })
