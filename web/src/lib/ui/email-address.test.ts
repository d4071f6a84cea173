import { expect, it } from 'vitest'
import { sources } from '#lib/styles/testing.ts'

/** An address written as text of a page, or as one that another component writes, and not given to a link. */
const BARE = />\s*\{[\w.]*email\}|\b(?:note|text)(?:=\{|: )[^}\n]*\bemail\b/i
const shown = sources.filter(({ text }) => /<EmailAddress /.test(text))

it('every address of a page is broken behind its at sign where there is no room for it', () => {
  expect(shown.length).toBeGreaterThan(3)
  expect(sources.filter(({ text }) => BARE.test(text)).map(({ path }) => path)).toEqual([])
})

it('control: one that is not would be found', () => {
  expect(BARE.test('<a href="mailto:{person.email}">{person.email}</a>')).toBe(true)
  expect(BARE.test('<p>\n  {email}</p>')).toBe(true)
  expect(BARE.test('<PersonRow note={email ?? undefined}>')).toBe(true)
  expect(BARE.test('({ id, displayName, text: email })')).toBe(true)
  expect(BARE.test('<a href="mailto:{email}"><EmailAddress address={email} /></a>')).toBe(false)
})
