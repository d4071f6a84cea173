import type { Browser, BrowserContext, Page } from '@playwright/test'
import { tokenOf } from './control.ts'
import { logIn } from './log-in.ts'
import { stage } from './stage.ts'

type Answer = { data?: Record<string, unknown>; errors?: unknown[] }
type Size = { width: number; height: number }

export const PHONE: Size = { width: 360, height: 780 }

/** One person at one window of their own. */
export interface Person {
  readonly name: string
  readonly page: Page
  /** Queries the graph as this person with a text, which a page may not send. Throws for anything but data. */
  ask<Data>(document: string, variables?: Record<string, unknown>): Promise<Data>
}

/** The sessions of persons who have logged in before: signing in has a test of its own, and is not repeated. */
const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

/** Opens a window, logged in and at the home page. */
export async function person(browser: Browser, name: string, viewport?: Size): Promise<Person> {
  const storageState = sessions.get(name)
  const context = await browser.newContext({
    ...(viewport && { viewport }),
    ...(storageState && { storageState }),
  })
  const page = await context.newPage()
  if (storageState) await page.goto('/')
  else {
    await logIn(page, name)
    sessions.set(name, await context.storageState())
  }
  const ask = async <Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await tokenOf(name)}` }
    const body = JSON.stringify({ query, variables })
    const response = await fetch(stage.graph, { method: 'POST', headers, body })
    const answer = (await response.json()) as Answer
    if (!answer.data || answer.errors) throw new Error(JSON.stringify(answer.errors))
    return answer.data as Data
  }
  return { name, page, ask }
}
