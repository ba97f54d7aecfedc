"use strict";
// Comfort only: the report is complete without it.
(() => {
  const folds = [...document.querySelectorAll("details.borrower")];
  const fold = document.getElementById("fold");
  fold.addEventListener("click", () => {
    const open = folds.some((d) => d.open);
    folds.forEach((d) => { d.open = !open; });
    fold.textContent = open ? "Unfold borrowers" : "Fold borrowers";
  });

  // A link to a folded borrower opens it.
  addEventListener("hashchange", () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
    }
  });

  // Paper shows everything.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((d) => { d.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }));

  const filter = document.getElementById("filter");
  const found = document.getElementById("found");
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter((w) => w);
    let count = 0;
    document.querySelectorAll("details.sources").forEach((group) => {
      const name = group.querySelector("strong").textContent;
      let here = 0;
      group.querySelectorAll("tr").forEach((row) => {
        const text = (name + "." + row.textContent).toLowerCase();
        row.hidden = !words.every((w) => text.includes(w));
        here += row.hidden ? 0 : 1;
      });
      group.hidden = here === 0;
      group.open = words.length > 0 && here > 0;
      count += here;
    });
    found.textContent = words.length > 0 ? count + " found" : "";
  });

  // Sorting takes the rows out of their groups; the third click puts them back.
  const table = document.querySelector("table.sortable");
  const heads = [...table.querySelectorAll("thead tr:last-child th")];
  const home = [...table.tBodies].map((body) => ({ body, rows: [...body.rows] }));
  const flat = document.createElement("tbody");
  let column = -1;
  let order = 0;
  const value = (row, index) => {
    const cell = row.cells[index];
    const text = cell.dataset.v;
    return text === undefined ? cell.textContent : text === "" ? -Infinity : Number(text);
  };
  const sort = (index) => {
    order = index === column ? (order + 1) % 3 : 1;
    column = index;
    heads.forEach((h, i) => h.setAttribute("aria-sort",
      i !== index || order === 0 ? "none" : order === 1 ? "descending" : "ascending"));
    flat.remove();
    if (order === 0) {
      home.forEach(({ body, rows }) => { body.append(...rows); table.append(body); });
      return;
    }
    const rows = home.flatMap(({ rows: r }) => r).filter((r) => !r.classList.contains("group"));
    const sign = order === 1 ? -1 : 1;
    rows.sort((a, b) => {
      const x = value(a, index);
      const y = value(b, index);
      return sign * (typeof x === "number" ? (x < y ? -1 : x > y ? 1 : 0) : x.localeCompare(y));
    });
    home.forEach(({ body }) => body.remove());
    flat.append(...rows);
    table.append(flat);
  };
  heads.forEach((head, index) => {
    head.tabIndex = 0;
    head.addEventListener("click", () => sort(index));
    head.addEventListener("keydown", (e) => {
      if (e.key === "Enter" || e.key === " ") {
        e.preventDefault();
        sort(index);
      }
    });
  });
})();
