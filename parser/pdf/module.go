package pdf

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"

	"github.com/klippa-app/go-pdfium/webassembly/imports"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
	"github.com/tetratelabs/wazero/imports/wasi_snapshot_preview1"
)

// module is PDFium compiled, from which any number of libraries are made.
type module struct {
	runtime  wazero.Runtime
	compiled wazero.CompiledModule
}

// newModule compiles PDFium, or loads what an earlier process compiled: 0.1 s
// instead of 4 s.
func newModule(ctx context.Context) (*module, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling)
	if cache := compilationCache(); cache != nil {
		config = config.WithCompilationCache(cache)
	}
	m := &module{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if err := m.compile(ctx); err != nil {
		m.close()
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	return m, nil
}

func (m *module) compile(ctx context.Context) (err error) {
	if _, err = wasi_snapshot_preview1.Instantiate(ctx, m.runtime); err != nil {
		return err
	}
	binary, err := interruptible(pdfiumWasm)
	if err != nil {
		return err
	}
	if m.compiled, err = m.runtime.CompileModule(ctx, binary); err != nil {
		return err
	}
	_, err = imports.Instantiate(ctx, m.runtime, m.compiled)
	return err
}

// instantiate makes one PDFium that sees no file, no clock and no network, and
// no memory but the given one.
func (m *module) instantiate(ctx context.Context, memory *memory) (api.Module, error) {
	ctx = experimental.WithMemoryAllocator(ctx, memory)
	config := wazero.NewModuleConfig().
		WithName("").
		WithStartFunctions("_initialize").
		WithRandSource(rand.Reader)
	return m.runtime.InstantiateModule(ctx, m.compiled, config)
}

func (m *module) close() { _ = m.runtime.Close(context.Background()) }

// compilationCache keeps the compiled module in the user's cache folder, nil
// where that cannot be written. Processes may share it: wazero writes a file
// under a temporary name and renames it.
func compilationCache() wazero.CompilationCache {
	folder, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	folder = filepath.Join(folder, "gouji")
	if !writable(folder) {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return nil
	}
	return cache
}

func writable(folder string) bool {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return false
	}
	probe, err := os.CreateTemp(folder, "probe-*")
	if err != nil {
		return false
	}
	_ = probe.Close()
	return os.Remove(probe.Name()) == nil
}
