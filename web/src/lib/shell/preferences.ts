import { type Locale, setLocale } from '#lib/paraglide/runtime.js'
import { preferenceCommands } from './commands.ts'

export const schemes = ['auto', 'light', 'dark'] as const
export type Scheme = (typeof schemes)[number]

const YEAR = 60 * 60 * 24 * 365

/** The scheme that the server rendered, from the cookie. */
export const currentScheme = (): Scheme =>
  schemes.find((scheme) => scheme === document.documentElement.dataset['colorScheme']) ?? 'auto'

/** Takes effect at once and on this device only. */
export const chooseScheme = (scheme: Scheme): void => {
  document.documentElement.dataset['colorScheme'] = scheme
  document.cookie = `fargevalg=${scheme}; path=/; max-age=${YEAR}; samesite=lax`
}

const languages = { nb: 'BOKMAL', nn: 'NYNORSK', en: 'ENGLISH' } as const

/** Keeps the choice with the person, for e-mail and other devices, and draws the page anew in it. */
export const chooseLocale = async (locale: Locale): Promise<void> => {
  await preferenceCommands.setLanguage({ language: languages[locale] })
  await setLocale(locale)
}

const localeOf = { BOKMAL: 'nb', NYNORSK: 'nn', ENGLISH: 'en' } as const

/** On a device without a choice of its own: the language that the person chose elsewhere. */
export const followLanguage = (language: keyof typeof localeOf): void => {
  if (!document.cookie.includes('PARAGLIDE_LOCALE=') && localeOf[language] !== 'nb')
    setLocale(localeOf[language])
}
