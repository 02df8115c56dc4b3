abstract class Shape {
  abstract area(): f64;
  abstract scale(factor: f64): Shape;
}

class Circle extends Shape {
  constructor(public radius: f64) {
    super();
  }
  area(): f64 {
    return Math.PI * this.radius ** 2;
  }
  scale(factor: f64): Shape {
    return new Circle(this.radius * factor);
  }
}

class Rectangle extends Shape {
  constructor(
    public width: f64,
    public height: f64,
  ) {
    super();
  }
  area(): f64 {
    return this.width * this.height;
  }
  scale(factor: f64): Shape {
    return new Rectangle(this.width * factor, this.height);
  }
}

class Triangle extends Shape {
  constructor(
    public a: f64,
    public b: f64,
    public c: f64,
  ) {
    super();
  }
  area(): f64 {
    const half = (this.a + this.b + this.c) / 2;
    return Math.sqrt(half * (half - this.a) * (half - this.b) * (half - this.c));
  }
  scale(factor: f64): Shape {
    return new Triangle(this.a * factor, this.b * factor, this.c * factor);
  }
}

class Group extends Shape {
  constructor(public shapes: Shape[]) {
    super();
  }
  area(): f64 {
    let sum = 0.0;
    for (let index = 0; index < this.shapes.length; index++) sum += this.shapes[index].area();
    return sum;
  }
  scale(factor: f64): Shape {
    const scaled: Shape[] = [];
    for (let index = 0; index < this.shapes.length; index++) scaled.push(this.shapes[index].scale(factor));
    return new Group(scaled);
  }
}

function createShape(index: i32): Shape {
  if (index % 4 == 0) return new Circle(1 + (index % 5));
  if (index % 4 == 1) return new Rectangle(2, index % 7);
  if (index % 4 == 2) return new Triangle(3, 4, 5);
  return new Group([createShape(index - 1), createShape(index - 2)]);
}

export function benchmark(size: i32): f64 {
  const shapes: Shape[] = [];
  for (let index = 0; index < 100; index++) shapes.push(createShape(index));
  let sum = 0.0;
  for (let round = 0; round < size; round++) {
    for (let index = 0; index < 100; index++) {
      const shape = shapes[index];
      sum += shape.area();
      if (shape instanceof Rectangle && (shape as Rectangle).height == 0) sum++;
    }
    sum += shapes[round % 100].scale(1.5).area();
  }
  return sum;
}
