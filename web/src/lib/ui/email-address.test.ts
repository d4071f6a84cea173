import { expect, it } from 'vitest'
import { sources } from '#lib/styles/testing.ts'

/** An address written as text of a page, and not given to a component or a link. */
const BARE = />\s*\{[\w.]*email\}/i
const shown = sources.filter(({ text }) => /<EmailAddress /.test(text))

it('every address of a page is broken behind its at sign where there is no room for it', () => {
  expect(shown.length).toBeGreaterThan(3)
  expect(sources.filter(({ text }) => BARE.test(text)).map(({ path }) => path)).toEqual([])
})

it('control: one that is not would be found', () => {
  expect(BARE.test('<a href="mailto:{person.email}">{person.email}</a>')).toBe(true)
  expect(BARE.test('<p>\n  {email}</p>')).toBe(true)
  expect(BARE.test('<a href="mailto:{email}"><EmailAddress address={email} /></a>')).toBe(false)
})
