import { getLocale } from '#lib/paraglide/runtime.js'

const TAGS = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const

/** By which language and country numbers and dates are written for the reader. */
export const languageTag = (): string => TAGS[getLocale()]
