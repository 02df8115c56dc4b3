function messageOf(use) {
  try {
    return use();
  } catch (error) {
    return [error.name, error.message, error.path];
  }
}

/** What is done with the module. */
export const uses = {
  services(m) {
    let time = 10;
    const app = m.createApp({ now: () => time });
    const scope = app.createScope();
    const first = app.get(m.TOKENS.service);
    const second = scope.get(m.TOKENS.service);
    const greetings = [first.greet(1), (time += 5), second.greet(1)];
    const users = app.get(m.TOKENS.users).all();
    return [
      greetings,
      scope.get(m.TOKENS.service) === second,
      first === second,
      users.map(({ id, name }) => [id, name]),
    ];
  },
  lifetimes(m) {
    const app = m.createApp({ now: () => 1 });
    const own = m.token("own");
    let made = 0;
    app.register(own, () => ({ n: ++made }), "transient");
    return [app.get(own), app.get(own), messageOf(() => app.createScope().get(own))];
  },
  failures(m) {
    const app = m.createApp({ now: () => 1 });
    return [messageOf(() => app.get(m.TOKENS.loop)), messageOf(() => app.get(m.token("nothing")))];
  },
};
