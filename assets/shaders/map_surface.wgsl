// Surfaces: triangles of districts.

struct Corner {
    @builtin(position) position: vec4<f32>,
    @location(0) @interpolate(flat) surface: vec2<u32>,
}

@vertex
fn corner(@location(0) metres: vec2<f32>, @location(1) district: u32) -> Corner {
    return Corner(clip(pixels(metres)), surface_of(district));
}

@fragment
fn surface(in: Corner) -> @location(0) vec4<f32> {
    return surface_at(in.surface, in.position.xy);
}
