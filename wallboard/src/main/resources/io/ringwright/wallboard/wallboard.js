'use strict';
const key = new URLSearchParams(location.search).get('key');
const query = key ? '?key=' + encodeURIComponent(key) : '';
const at = id => document.getElementById(id);

/** Seconds as people say them. */
function words(seconds) {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return Math.floor(minutes / 60) + ' h ' + (minutes % 60) + ' min';
  return minutes ? minutes + ' min ' + (seconds % 60) + ' s' : seconds + ' s';
}

function element(name, text, classes) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (classes) made.className = classes;
  return made;
}

/** Keeps what is there, and changes only what is different: a reader's focus and place stay. */
function keep(parent, items, make, fill) {
  while (parent.children.length > items.length) parent.lastElementChild.remove();
  items.forEach((item, i) => {
    if (i >= parent.children.length) parent.append(make());
    fill(parent.children[i], item);
  });
}

function put(node, text) { if (node.textContent !== text) node.textContent = text; }

function row(list, term, text, missed) {
  list.append(element('dt', term), element('dd', text, missed ? 'missed' : ''));
}

function queue(card, q) {
  const stamp = JSON.stringify(q);
  if (card.dataset.stamp === stamp) return;
  card.dataset.stamp = stamp;
  const list = element('dl');
  if (q.waiting) row(list, 'longest wait', words(q.longest));
  row(list, 'a newcomer', q.expected);
  row(list, 'members', q.attending + ' of ' + q.members + ' take calls, ' + q.free + ' free',
      q.members > 0 && q.attending === 0);
  row(list, 'today', q.answered + ' answered, ' + q.abandoned + ' given up, ' + q.elsewhere + ' elsewhere');
  for (const l of q.levels) {
    row(list, 'in ' + l.within + ' s', (l.percent < 0 ? 'no calls yet' : l.percent + ' %') + ' (goal ' + l.goal + ' %)',
        l.percent >= 0 && l.percent < l.goal);
  }
  card.replaceChildren(element('h3', q.number + ' ' + q.name),
      element('div', q.waiting + ' waiting', 'big'), list);
}

function agent(item, a) {
  item.className = a.state.split(' ')[0];
  const since = a.since === undefined ? '' : ', ' + words(a.since);
  const reason = a.reason ? ' (' + a.reason + ')' : '';
  put(item.children[0], a.number + ' ' + a.name);
  put(item.children[1], a.state + reason + since);
}

function caller(line, c) {
  const who = c.call ? (c.number || 'unknown') + ' ' + c.name : 'not shown';
  const cells = [c.queue, String(c.position), words(c.waited) + (c.callBack ? ', to be called back' : ''),
    String(c.priority), who];
  cells.forEach((text, i) => put(line.children[i], text));
  const why = line.children[5];
  if (!c.call) { why.replaceChildren(); return; }
  if (!why.firstElementChild) {
    const button = element('button');
    button.addEventListener('click', () => explain(button.dataset.call));
    why.append(button);
  }
  why.firstElementChild.dataset.call = c.call;
  put(why.firstElementChild, c.why || 'explain');
}

async function explain(call) {
  const tree = at('why-tree');
  tree.replaceChildren(element('p', 'Asking'));
  at('why').showModal();
  const answer = await fetch('explain/' + encodeURIComponent(call) + query);
  if (!answer.ok) { tree.replaceChildren(element('p', await answer.text())); return; }
  const decisions = await answer.json();
  tree.replaceChildren(...(decisions.length ? decisions.map(decision) : [element('p', 'Nothing is kept of this call.')]));
}

function decision(d) {
  const part = element('section');
  part.append(element('h3', d.summary));
  const lists = [element('ul')];
  part.append(lists[0]);
  for (const step of d.steps) {
    while (lists.length <= step.depth) {
      const inner = element('ul');
      lists[lists.length - 1].append(inner);
      lists.push(inner);
    }
    lists.length = step.depth + 1;
    lists[step.depth].append(element('li', step.subject + ' · ' + step.rule + ': ' + step.finding));
  }
  return part;
}

function newAgent() { const item = element('li'); item.append(element('b'), element('span')); return item; }
function newCaller() { const line = element('tr'); for (let i = 0; i < 6; i++) line.append(element('td')); return line; }

function show(board) {
  keep(at('links'), [...Object.entries(board.links), ['journal', board.journal]],
      () => element('li'), (item, [name, up]) => {
        put(item, name + ': ' + (up === true ? 'linked' : up === false ? 'not linked' : up));
        item.className = up === false || (name === 'journal' && up.startsWith('not durable since')) ? 'down' : '';
      });
  keep(at('queues'), board.queues, () => element('article', undefined, 'card'), queue);
  keep(at('agents'), board.agents, newAgent, agent);
  keep(at('callers'), board.callers, newCaller, caller);
  put(at('agents-count'), String(board.agents.length));
  put(at('callers-count'), String(board.callers.length));
}

const events = new EventSource('events' + query);
events.onopen = () => { put(at('state'), 'Live'); at('state').className = ''; };
events.onerror = () => { put(at('state'), 'No connection: what is shown is old'); at('state').className = 'lost'; };
events.onmessage = message => show(JSON.parse(message.data));
