/** In the colours of the portal; follows the light or dark choice of the device. */
export const STYLE = `
:root { color-scheme: light dark; --page: #f6f7f8; --panel: #fff; --line: #c6cbd0; --ink: #1b1f23; --quiet: #50565d;
  --brand: #0b3b46; --on-brand: #fff; --hover: #f0f4f8; --focus: #0062ba }
@media (prefers-color-scheme: dark) { :root { --page: #121416; --panel: #1b1e21; --line: #4a5056; --ink: #eef1f4;
  --quiet: #a9b0b7; --brand: #14606f; --hover: #252b31; --focus: #7cc0ff } }
* { box-sizing: border-box }
body { margin: 0; background: var(--page); color: var(--ink); font: 1rem/1.5 Inter, system-ui, sans-serif }
main { max-width: 64rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1 { font-size: 1.75rem; line-height: 1.22; margin: 0 0 .5rem; letter-spacing: -.016em }
h2 { font-size: 1.0625rem; margin: 2rem 0 .5rem }
h2 span { color: var(--quiet); font-weight: 400 }
.lead, .count, .who span { color: var(--quiet) }
.lead { margin: 0 0 1.5rem }
label { display: block; font-weight: 600; margin-bottom: .25rem }
input { width: 100%; max-width: 30rem; min-height: 3rem; padding: 0 .75rem; font: inherit; color: inherit;
  background: var(--panel); border: 2px solid var(--quiet); border-radius: 6px }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)) }
button { display: flex; align-items: flex-start; gap: .75rem; width: 100%; height: 100%; padding: .75rem; text-align: left; font: inherit; color: inherit;
  background: var(--panel); border: 1px solid var(--line); border-radius: 10px; cursor: pointer }
button:hover { background: var(--hover) }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px }
.badge { flex: none; width: 2.5rem; height: 2.5rem; border-radius: 50%; display: grid; place-items: center;
  background: var(--brand); color: #fff; font-size: .875rem; font-weight: 600 }
.who { display: grid; align-content: start; gap: .125rem; font-size: .875rem; min-width: 0; overflow-wrap: anywhere }
.who strong { font-size: 1rem }
`
