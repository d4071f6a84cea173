import { expect, it } from 'vitest'
import { sources } from '#lib/styles/testing.ts'

const RUNNERS = /new Runner\((?:\{[^]*?\n?\s*\})?\)/g
/** What reads a page anew when a command is done, beside its runner: it would be told while the page shows what was before. */
const BESIDE = /\b(?:refresh|renew|onstale)\(\)|\bondone=\{[^}]*(?:refresh|renew)/
/** A page that follows a stream reads anew what it is told of, by whomever it was done. */
const FOLLOWS = /\b(?:listen|follow[A-Z]\w+)\(/
const isBeside = (text: string) => BESIDE.test(text.replaceAll(RUNNERS, '')) && !FOLLOWS.test(text)

it('whoever gives commands lets the runner read the page anew', () => {
  const giving = sources.filter(({ text }) => text.match(RUNNERS) || text.includes('ondone='))
  expect(giving.length).toBeGreaterThan(40)
  expect(giving.filter(({ text }) => isBeside(text)).map(({ path }) => path)).toEqual([])
})

it('control: one that does not would be found', () => {
  const own = 'const work = new Runner({ renew: () => renew() })\nwork.run(send)\n'
  expect(isBeside(own)).toBe(false)
  expect(isBeside(`${own}renew()`)).toBe(true)
  expect(isBeside('<Form ondone={page.refresh} />')).toBe(true)
  expect(isBeside('<Form ondone={(text) => work.say(text)} renew={page.refresh} />')).toBe(false)
})
