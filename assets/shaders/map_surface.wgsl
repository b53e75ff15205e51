// Surfaces: triangles of districts in the colour of their paper.

struct Corner {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) paper: vec4<f32>,
}

@vertex
fn corner(@location(0) metres: vec2<f32>, @location(1) district: u32) -> Corner {
    return Corner(clip(pixels(metres)), bytes(surface_of(district).x));
}

@fragment
fn surface(in: Corner) -> @location(0) vec4<f32> {
    return in.paper;
}

// The ground under all districts.
@vertex
fn ground_corner(@builtin(vertex_index) number: u32) -> Corner {
    let share = vec2(f32(number & 1u), f32(number >> 1u));
    return Corner(vec4(share * 2.0 - 1.0, 0.0, 1.0), view.ground);
}
