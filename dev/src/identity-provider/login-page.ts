import { byRole, type DemoPerson } from '../demo-persons.ts'
import { STYLE } from './login-style.ts'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escape = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character)

/** The page to choose a person to sign in as. Works without scripts; with them the search narrows the list. */
export function loginPage(uid: string, persons: readonly DemoPerson[]): string {
  const groups = byRole(persons).map(([role, members]) => group(role, members))
  return `<!doctype html>
<html lang="nb">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Logg inn – Kompetanseportalen</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>Hvem vil du logge inn som?</h1>
<p class="lead">Dette er en demonstrasjon. Alle personer og steder er oppdiktet, og ingen passord trengs.</p>
<label for="search">Søk etter navn, rolle eller sted</label>
<input id="search" type="search" autocomplete="off" autofocus>
<p id="count" role="status" class="count"></p>
<form method="post" action="/interaction/${escape(uid)}">${groups.join('')}</form>
</main>
<script>${SEARCH}</script>
</body>
</html>`
}

function group(role: string, persons: readonly DemoPerson[]): string {
  return `<section aria-label="${escape(role)}"><h2>${escape(role)} <span>${persons.length}</span></h2>
<ul>${persons.map(row).join('')}</ul></section>`
}

function row({ id, displayName, roles, unit, enterprise, story }: DemoPerson): string {
  const initials = displayName.split(' ').map((name) => name[0])
  const badge = escape(`${initials[0] ?? ''}${initials.at(-1) ?? ''}`)
  return `<li><button name="person" value="${escape(id)}">
<span class="badge" aria-hidden="true">${badge}</span>
<span class="who"><strong>${escape(displayName)}</strong>
<span>${escape([roles.join(', '), unit ?? enterprise].filter(Boolean).join(' · '))}</span><span class="story">${escape(story)}</span></span>
</button></li>`
}

const SEARCH = `
const rows = [...document.querySelectorAll('li')], count = document.getElementById('count')
document.getElementById('search').addEventListener('input', (event) => {
  const words = event.target.value.toLocaleLowerCase('nb').split(/\\s+/)
  for (const row of rows) {
    const text = row.textContent.toLocaleLowerCase('nb')
    row.hidden = !words.every((word) => text.includes(word))
  }
  for (const section of document.querySelectorAll('section'))
    section.hidden = !section.querySelector('li:not([hidden])')
  count.textContent = rows.filter((row) => !row.hidden).length + ' personer'
})`
