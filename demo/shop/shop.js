// The sample shop's only script: a cart in this tab, and forms that send nothing anywhere.

const read = () => JSON.parse(sessionStorage.getItem('cart') ?? '[]');

function write(cart) {
  sessionStorage.setItem('cart', JSON.stringify(cart));
  show(cart);
}

function add({ add: key, name, price }) {
  const cart = read();
  const known = cart.find((item) => item.key === key);
  if (known) known.pieces += 1;
  else cart.push({ key, name, price: Number(price), pieces: 1 });
  write(cart);
}

function show(cart) {
  document.getElementById('cart-count').textContent = String(cart.reduce((sum, { pieces }) => sum + pieces, 0));
  const rows = document.getElementById('cart-rows');
  if (!rows) return;
  document.getElementById('cart-empty').hidden = cart.length > 0;
  document.getElementById('cart').hidden = cart.length === 0;
  document.getElementById('to-checkout').hidden = cart.length === 0;
  rows.replaceChildren(...cart.map(row));
  const total = cart.reduce((sum, { pieces, price }) => sum + pieces * price, 0);
  document.getElementById('cart-total').textContent = `€ ${total.toFixed(2)}`;
}

function row({ key, name, pieces, price }) {
  const line = document.createElement('tr');
  for (const [text, number] of [
    [name, false],
    [String(pieces), true],
    [`€ ${(pieces * price).toFixed(2)}`, true],
  ]) {
    const cell = line.insertCell();
    cell.textContent = text;
    if (number) cell.className = 'number';
  }
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'quiet';
  remove.textContent = 'Remove';
  remove.ariaLabel = `Remove ${name}`;
  remove.addEventListener('click', () => write(read().filter((item) => item.key !== key)));
  line.insertCell().append(remove);
  return line;
}

for (const button of document.querySelectorAll('[data-add]')) {
  button.addEventListener('click', () => add(button.dataset));
}

document.getElementById('login')?.addEventListener('submit', (event) => {
  event.preventDefault();
  const email = document.getElementById('login-email').value;
  document.getElementById('login-answer').textContent = email
    ? 'That password is not right. Try again.'
    : 'Who are you?';
});

document.getElementById('checkout')?.addEventListener('submit', () => sessionStorage.removeItem('cart'));

show(read());
