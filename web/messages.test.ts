import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const messages = join(import.meta.dirname, 'messages')
const settings = JSON.parse(
  readFileSync(join(import.meta.dirname, 'project.inlang/settings.json'), 'utf8'),
) as {
  locales: string[]
  'plugin.inlang.messageFormat': { pathPattern: string[] }
}
const areas = readdirSync(join(messages, 'nb'))
const read = (locale: string, area: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(messages, locale, area), 'utf8')) as Record<string, unknown>

const inputsOf = (message: unknown): string[] =>
  [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].sort()

describe('every text exists in every language', () => {
  it('compiles every file of messages', () => {
    const compiled = settings['plugin.inlang.messageFormat'].pathPattern.map((path) => path.split('/').at(-1))
    expect(compiled.sort()).toEqual(areas.sort())
  })

  it.each(areas.flatMap((area) => settings.locales.map((locale) => ({ area, locale }))))(
    '$area in $locale has the keys and the variables of bokmål',
    ({ area, locale }) => {
      const base = read('nb', area)
      const other = read(locale, area)
      expect(Object.keys(other).sort()).toEqual(Object.keys(base).sort())
      for (const [key, text] of Object.entries(base))
        expect([key, inputsOf(other[key])]).toEqual([key, inputsOf(text)])
    },
  )

  it('uses each key in one area only', () => {
    const keys = areas.flatMap((area) => Object.keys(read('nb', area)))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})
