import { m } from '#lib/paraglide/messages.js'

const ordinals: Record<string, () => string> = {
  1: m.time_ordinal_1,
  2: m.time_ordinal_2,
  3: m.time_ordinal_3,
  4: m.time_ordinal_4,
  5: m.time_ordinal_5,
  6: m.time_ordinal_6,
}

/** «§ 31 fjerde ledd bokstav c» from the graph's «31(4)c». */
export const paragraphText = (paragraph: string): string => {
  const [, section = paragraph, number, letter] = /^(\d+)(?:\((\d+)\))?([a-z])?$/.exec(paragraph) ?? []
  const sub = number && (ordinals[number]?.() ?? number)
  if (!sub) return m.time_paragraph({ section })
  return letter ? m.time_paragraph_letter({ section, sub, letter }) : m.time_paragraph_sub({ section, sub })
}
