abstract class Animal {
  constructor(
    protected energy: f64,
    private own: f64,
  ) {}

  get weight(): f64 {
    return this.own;
  }

  abstract move(distance: f64): f64;

  eat(amount: f64): void {
    this.energy += amount;
  }

  describe(): f64 {
    return this.energy + this.weight;
  }
}

class Dog extends Animal {
  move(distance: f64): f64 {
    this.energy -= distance * 0.5;
    return distance * 2;
  }
}

class Bird extends Animal {
  private flights: f64 = 0;

  move(distance: f64): f64 {
    this.flights++;
    this.energy -= distance * 0.25;
    return distance * 3;
  }

  describe(): f64 {
    return super.describe() + this.flights;
  }
}

class Eagle extends Bird {
  move(distance: f64): f64 {
    return super.move(distance) + 1;
  }

  eat(amount: f64): void {
    super.eat(amount * 2);
  }
}

class Snail extends Animal {
  get weight(): f64 {
    return super.weight * 2;
  }

  move(_distance: f64): f64 {
    return 0.1;
  }
}

function create(index: i32): Animal {
  switch ((index * 7) % 4) {
    case 0:
      return new Dog(100, index);
    case 1:
      return new Bird(100, index);
    case 2:
      return new Eagle(100, index);
    default:
      return new Snail(100, index);
  }
}

export function benchmark(size: i32): f64 {
  const animals: Animal[] = [];
  for (let index = 0; index < 100; index++) animals.push(create(index));
  let sum = 0.0;
  for (let round = 0; round < size; round++) {
    for (let index = 0; index < animals.length; index++) {
      const animal = animals[index];
      sum += animal.move(round % 5);
      if (round % 3 == 0) animal.eat(1);
    }
    sum += animals[round % 100].describe();
  }
  return sum;
}
