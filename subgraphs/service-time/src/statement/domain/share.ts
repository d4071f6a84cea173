/** Shares are whole ten-thousandths: of full time, or of a position. */
export const SHARE = 10_000

/** `fraction` as whole ten-thousandths; 1 is all of it. */
export const shareOf = (fraction: number) => Math.round(fraction * SHARE)

export const fractionOf = (share: number) => share / SHARE
