// What test_lists.py asks of the tables of a page.
window.lists ??= (() => {
  // What is hidden sideways: in a region, or beyond the page.
  const cut = () => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => {
      const region = table.closest('[role=region]') ?? table, wide = document.documentElement.scrollWidth;
      return [
          ...(region.scrollWidth > region.clientWidth + 1 ? [`${region.ariaLabel ?? table.innerText.slice(0, 40)}: ${region.scrollWidth} in ${region.clientWidth}`] : []),
          ...(wide > innerWidth ? [`the page: ${wide} in ${innerWidth}`] : []),
      ];
  });

  // Columns that are not shown at this width, and values that have no heading beside them.
  const missing = phone => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => {
      const heads = [...table.querySelectorAll('thead [role=columnheader]')];
      const rows = [...table.querySelectorAll('tbody [role=row]')].filter(r => r.checkVisibility());
      const said = (cell) => cell.textContent.trim() && !['–', '-'].includes(cell.textContent.trim());
      const cells = rows.flatMap(r => [...r.children]);
      if (!phone) return heads.filter(h => !h.checkVisibility()).map(h => `no column ${h.textContent.trim()}`);
      return [
          ...cells.filter(c => said(c) && !c.checkVisibility()).map(c => `hidden: ${c.textContent.trim()}`),
          ...cells.filter(c => said(c) && c.role === 'cell' && !c.dataset.label && !c.querySelector('input, select'))
              .map(c => `no label: ${c.textContent.trim()}`),
          ...cells.filter(c => !said(c) && !c.querySelector('input, svg, select') && c.role === 'cell' && c.checkVisibility())
              .map(c => `empty: ${c.dataset.label}`),
          ...rows.filter(r => !r.querySelector('[role=rowheader]')).map(r => `no heading: ${r.textContent.trim()}`),
          ...rows.flatMap(r => [...r.querySelectorAll('.app-acts :is(a, button)')])
              .filter(a => a.getBoundingClientRect().height < 44).map(a => `small: ${a.textContent.trim()}`),
          ...cells.filter(c => c.checkVisibility() && c.getBoundingClientRect().right > innerWidth).map(c => `beyond: ${c.textContent.trim()}`),
      ];
  });

  // Headings that stand outside the page, and controls that are printed.
  const offPaper = width => [...document.querySelectorAll('[role=table]')].filter(t => t.checkVisibility()).flatMap(table => [
      ...[...table.querySelectorAll('thead [role=columnheader]')].filter(h => h.checkVisibility())
          .filter(h => h.getBoundingClientRect().right > width + 1 || h.scrollWidth > h.clientWidth + 1).map(h => `heading ${h.textContent.trim()}`),
      ...[...document.querySelectorAll('main button, .app-list form, .app-acts, .actions, #toolbar, [role=table] input[type=checkbox]')]
          .filter(e => e.checkVisibility()).map(e => `control ${e.className} ${e.textContent.trim().slice(0, 30)}`),
  ]);

  return { cut, missing, offPaper };
})();
